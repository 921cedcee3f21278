import type { Block, DocumentContent } from "../../../shared/papers/index.ts";

/** A paper as plain text, a line for each row: what a reviewer compares when a text changes. */
export function plainText({ kind, title, addressee, blocks, notes, seal, organ, date }: DocumentContent): string {
  const signed = seal === "none" ? [] : [`${organ}　${date}`];
  return [
    `== ${title} (${kind})`,
    ...(addressee === undefined ? [] : [`${addressee}：`]),
    ...blocks.flatMap(linesOf),
    ...signed,
    ...notes.map((note) => `注：${note}`),
  ].join("\n");
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [`　　${block.text}`];
    case "heading":
      return [`【${block.text}】`];
    case "table":
      return [block.columns.map(({ title }) => title).join(" | "), ...block.rows.map((row) => row.join(" | "))];
    case "form":
      return block.rows.map((row) => row.map(({ label, value }) => `${label}：${value}`).join(" | "));
  }
}
