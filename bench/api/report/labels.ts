/** Who was asked, and how. */
export const labels = {
  floor: "floor",
  known: "Nektar, known document",
  yoga: "Nektar, known document through Yoga",
  fresh: "Nektar, new document",
  ponder: "Ponder",
  postgraphile: "PostGraphile",
} as const;
