export { event } from "../../../indexer/ponder.schema.ts";
