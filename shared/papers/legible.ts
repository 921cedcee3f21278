import type { Block, DocumentContent } from "./content.ts";

/** The same document with every text that is printed passed through `change`; what leads to verification stays. */
export function mapTexts(content: DocumentContent, change: (text: string) => string): DocumentContent {
  const { addressee } = content;
  return {
    ...content,
    title: change(content.title),
    ...(addressee === undefined ? {} : { addressee: change(addressee) }),
    number: change(content.number),
    organ: change(content.organ),
    blocks: content.blocks.map((block) => mapBlock(block, change)),
    notes: content.notes.map(change),
  };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return { ...block, text: change(block.text) };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: change(column.title) })),
        rows: block.rows.map((row) => row.map(change)),
      };
    case "form":
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((field) => ({ ...field, label: change(field.label), value: change(field.value) })),
        ),
      };
  }
}

/** What the font cannot draw stands as its code point, 〔U+20BB7〕, never as nothing; a note says what to make of it. */
export function legible(content: DocumentContent, covers: (codePoint: number) => boolean) {
  const missing = new Set<string>();
  const shown = mapTexts(content, (text) =>
    [...text]
      .map((character) => {
        const point = character.codePointAt(0) ?? 0;
        if (covers(point) || character === "\n") return character;
        if (ignorable.test(character)) return "";
        const name = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
        missing.add(name);
        return `〔${name}〕`;
      })
      .join(""),
  );
  if (missing.size === 0) return { content: shown, missing: [] };
  const note = `文中〔${[...missing].join("〕〔")}〕为字库未收的字，以其国际编码代替，应以原字为准。`;
  return { content: { ...shown, notes: [...shown.notes, note] }, missing: [...missing] };
}

/** Marks that draw nothing of their own: directions, joiners, variation selectors, control characters. */
const ignorable = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;
