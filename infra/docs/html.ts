/** Text that is already HTML; anything else is escaped where it is put in. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const rendered = (part: Part): string => {
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "html" in part ? part.html : part.map(({ html }) => html).join("");
};

/** A template whose values are escaped, unless they are HTML themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Part[]): Html => ({
  html: parts.map((text, place) => text + rendered(values[place] ?? "")).join(""),
});

export const nothing: Html = { html: "" };
