import { Hono } from "hono";

/** Ponder asks for an application here. The public interface is the process `api`; this one has no routes of its own. */
export default new Hono();
