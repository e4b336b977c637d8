import { createdColumns, versioned } from "../plan/source.ts";

export const allocationRows = versioned("allocation", ["operator", "network", "asset"], createdColumns);
