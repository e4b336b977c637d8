export { default } from "../../../../../indexer/src/api/index.ts";
