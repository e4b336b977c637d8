/** Who was asked, and how. */
export const labels = {
  floor: "floor",
  known: "Nektar, known document",
  fresh: "Nektar, new document",
  ponder: "Ponder",
  postgraphile: "PostGraphile",
} as const;
