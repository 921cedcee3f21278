export const formats = ["xml", "json"] as const;
export type Format = (typeof formats)[number];
export const contentTypes = { xml: "text/xml; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** A value of the protocol. What may be absent is `null`: an empty element. */
export type Value = string | number | boolean | null | List | Fields;
export interface Fields {
  readonly [name: string]: Value;
}
/** A wrapper of equal children: in JSON an array, in XML an element around elements of this name. */
export interface List {
  readonly each: string;
  readonly items: readonly Value[];
}
/** A whole answer: the root's name goes in JSON. */
export interface Document {
  readonly root: string;
  readonly content: List | Fields;
}

export const isList = (value: List | Fields): value is List =>
  Array.isArray(value.items) && typeof value.each === "string";

/** Characters that XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be dropped
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
export const withoutControls = (text: string): string => text.toWellFormed().replaceAll(forbidden, "");

/** A fault as the protocol tells it. */
export interface Fault {
  readonly code: string | number;
  readonly description: string;
}
export const faultsDocument = (faults: readonly Fault[]): Document => ({
  root: "errors",
  content: { each: "error", items: faults.map(({ code, description }) => ({ code, description })) },
});
