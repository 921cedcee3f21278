import { deciderOf, present } from "../../../../shared/decider/index.ts";
import type { FileLine } from "./reading.ts";
import type { StatementRefusal } from "./refusals.ts";

/** New lines of a file, as the bank wrote them: kept in the commit that accepts it. Names and texts lie here alone. */
export interface StatementPart {
  readonly statement: string;
  readonly lines: readonly PartLine[];
}
/** A line with what it probably pays, as claims and payments stood when the file was accepted. */
export type PartLine = Omit<FileLine, "balance"> & { readonly proposed?: string };
type Kept = Omit<PartLine, "name" | "number" | "text">;
type Told = Pick<FileLine, "name" | "number" | "text">;

export interface KeepPart extends StatementPart {
  readonly type: "keep";
}
export interface PartKept {
  readonly type: "finance.statement-part.kept";
  readonly data: { readonly statement: string; readonly lines: readonly Kept[] };
  readonly personal: { readonly told: readonly Told[] };
}

const toldOf = ({ name, number, text }: Told): Told => ({
  ...(name === undefined ? {} : { name }),
  ...(number === undefined ? {} : { number }),
  ...(text === undefined ? {} : { text }),
});

/** A part of a file of the bank. It is written once. */
export const statementPart = deciderOf<{
  readonly state: StatementPart;
  readonly command: KeepPart;
  readonly event: PartKept;
  readonly moves: Record<never, never>;
  readonly begins: "keep";
  readonly begun: "finance.statement-part.kept";
  readonly refusal: StatementRefusal;
}>({
  aggregate: "statement-part",
  shape: 1,
  begin: {
    keep: ({ statement, lines }) => [
      {
        type: "finance.statement-part.kept",
        data: {
          statement,
          lines: lines.map(({ line, serial, on, amount, proposed }) => ({
            ...{ line, serial, on, amount },
            ...present({ proposed }),
          })),
        },
        personal: { told: lines.map(toldOf) },
      },
    ],
  },
  begun: {
    "finance.statement-part.kept": ({ data: { statement, lines }, personal: { told } }) => ({
      statement,
      lines: lines.map((line, at) => ({ ...line, ...told[at] })),
    }),
  },
  effects: {},
  ended: () => true,
});

/** The id of a part of a file. */
export const partIdOf = (statement: string, part: number): string => `${statement}:${part}`;
