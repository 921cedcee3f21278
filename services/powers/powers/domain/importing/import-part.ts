import { deciderOf } from "../../../../../shared/decider/index.ts";
import type { ImportPart, PartChange } from "./words.ts";

type ImportPartCommand = ({ readonly type: "lay-down" } & Omit<ImportPart, "discarded">) | { readonly type: "discard" };
type ImportPartEvent =
  | { readonly type: "powers.import-part.laid-down"; readonly data: Omit<ImportPart, "discarded"> }
  | { readonly type: "powers.import-part.discarded"; readonly data: Record<never, never> };

interface ImportPartWords {
  readonly state: ImportPart;
  readonly command: ImportPartCommand;
  readonly event: ImportPartEvent;
  readonly moves: Record<never, never>;
  readonly begins: "lay-down";
  readonly begun: "powers.import-part.laid-down";
  readonly refusal: never;
}

/** X5: a part of an import. It changes nothing of the list until the import is adopted. */
export const importPart = deciderOf<ImportPartWords>({
  aggregate: "import-part",
  shape: 1,
  begin: {
    "lay-down": ({ type: _type, ...part }) => [{ type: "powers.import-part.laid-down", data: part }],
  },
  always: {
    "lay-down": () => [],
    discard: ({ discarded }) => (discarded ? [] : [{ type: "powers.import-part.discarded", data: {} }]),
  },
  begun: { "powers.import-part.laid-down": ({ data }) => data },
  effects: { "powers.import-part.discarded": () => ({ changes: [], discarded: true }) },
});

export const importPartId = (importId: string, part: number) => `${importId}-${part}`;

/** A part is one item of the table, and one event: both stay far below what an item may hold. */
const partLimits = { changes: 100, bytes: 100_000 } as const;

/** Divides the changes of an import into parts, in their order. */
export function inParts(changes: readonly PartChange[]): PartChange[][] {
  const parts: PartChange[][] = [];
  let [current, bytes]: [PartChange[], number] = [[], 0];
  for (const change of changes) {
    const size = Buffer.byteLength(JSON.stringify(change));
    if (current.length === partLimits.changes || (current.length > 0 && bytes + size > partLimits.bytes)) {
      parts.push(current);
      [current, bytes] = [[], 0];
    }
    current.push(change);
    bytes += size;
  }
  return current.length === 0 ? parts : [...parts, current];
}
