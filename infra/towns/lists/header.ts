import type { Cell, Complaint } from "../../../shared/csv/index.ts";
import type { Column } from "./columns.ts";

/** The columns of a file by position (`undefined`: not to be read), and what is wrong with its header. */
export interface Header {
  readonly columns: readonly (Column | undefined)[];
  readonly complaints: readonly Complaint[];
}

/** The header names every column once and nothing else; the order is free. */
export function readHeader(cells: readonly Cell[], columns: readonly Column[]): Header {
  const names = cells.map(({ text }) => text);
  const [line, end] = [cells[0]?.line ?? 1, cells.length + 1];
  const complaints = [
    ...names.flatMap((name, at) => {
      const text = headerFault(name, names.indexOf(name) < at, columns);
      return text === undefined ? [] : [{ line, column: at + 1, text }];
    }),
    ...columns
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => ({ line, column: end, text: `${name}: column missing / 缺少此列` })),
  ];
  const known = names.some((name) => columns.some((column) => column.name === name));
  return {
    columns: names.map((name, at) =>
      names.indexOf(name) === at ? columns.find((column) => column.name === name) : undefined,
    ),
    complaints: known || names.length === 0 ? complaints : [noHeader(line, columns)],
  };
}

/** Not one name is known: it is no header at all, or that of another table. */
const noHeader = (line: number, columns: readonly Column[]): Complaint => ({
  line,
  column: 1,
  text: `no header of this list, expected ${columns.map(({ name }) => name).join(",")} / 表头不是本清单的`,
});

function headerFault(name: string, twice: boolean, columns: readonly Column[]): string | undefined {
  if (name === "") return "column without a name / 列名为空";
  if (twice) return `${name}: column given twice / 列重复`;
  if (columns.some((column) => column.name === name)) return undefined;
  return `${name}: unknown column, expected ${columns.map((column) => column.name).join(", ")} / 未知列`;
}
