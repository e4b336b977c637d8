import { fileURLToPath } from "node:url";

/** The directory of package.json. */
export const projectDirectory = fileURLToPath(new URL("../../", import.meta.url));

/** Path of a program of this project, such as `api/main.ts`. */
export function programFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
