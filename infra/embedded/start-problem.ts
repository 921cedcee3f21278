/** What can go wrong at the start in a way a person can mend; the process ends with the number beside it. */
export const exitCodes = {
  usage: 64,
  unknownTown: 65,
  portInUse: 69,
  dataLocked: 73,
  dataUnusable: 74,
  dataTooNew: 76,
  failed: 70,
} as const;

/** Said to the person in one line, without a stack trace. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
  readonly exitCode: number;

  constructor(kind: keyof typeof exitCodes, message: string, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCodes[kind];
  }
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a failed call of the system or of SQLite says, about what was to be done. */
export const notDone = (what: string, error: unknown): string => `${what}: ${reasonOf(error)} / 未完成`;

/** The code of a failed system call, e.g. `EADDRINUSE`. */
export const systemCode = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
