import { servePrices } from "./servePrices.ts";

/** The module of the second demonstration network, as an executable. */
await servePrices(process.argv[2] ?? "");
