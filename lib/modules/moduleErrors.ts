import { NektarError } from "../errors/NektarError.ts";

/** The module gave no usable response to this payload. */
export class ModuleError extends NektarError {
  readonly code = "MODULE_FAILED";
}

/** The client stops; the task is taken up again at the next start. */
export class ModuleStoppedError extends NektarError {
  readonly code = "MODULE_STOPPED";
}
