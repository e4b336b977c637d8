/**
 * A sentence for a fault of the system that the user can mend; undefined for any other error.
 */
export function systemFault(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path ?? "the data directory";
  if (code === "EACCES" || code === "EPERM") {
    return `${where} belongs to another user: start as that user, or set NEKTAR_DATA_DIR to a directory of your own.`;
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return `The disk that holds ${where} is full: free some of it, or set NEKTAR_DATA_DIR to another disk.`;
  }
  if (code === "EROFS") return `${where} cannot be written to: set NEKTAR_DATA_DIR to another directory.`;
  return undefined;
}
