import { serveLines } from "../serveLines.ts";
import { respond } from "./respond.ts";

/** The module of the first demonstration network, as an executable. */
await serveLines(respond);
