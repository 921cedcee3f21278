/** Something wrong at a place of a file; `column` counts fields from 1. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** `licences.csv:12:8 promised_working_days: …`, as editors and people follow it. */
export const sayComplaint = (file: string, { line, column, text }: Complaint): string =>
  `${file}:${line}:${column} ${text}`;

export const inOrder = (complaints: readonly Complaint[]): Complaint[] =>
  complaints.toSorted((a, b) => a.line - b.line || a.column - b.column);
