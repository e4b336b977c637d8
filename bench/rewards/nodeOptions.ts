/** As `npm run jobs` has them: with Node's 16 MiB for young objects a fifth of a shard's time was spent copying them. */
export const nodeOptions = ["--max-semi-space-size=64"];
