/** A table's column: its head, and its share of the width in parts of all. */
export interface Column {
  readonly title: string;
  readonly parts: number;
  readonly centred?: true;
}

/** What stands between addressee and signature, in order. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** A form: each row of one or two labelled fields; `lines` leaves room for so many written by hand. */
  | { readonly kind: "form"; readonly rows: readonly (readonly Field[])[] };

export interface Field {
  readonly label: string;
  readonly value: string;
  readonly lines?: number;
}

/**
 * Under which seal: the organ's own, or the one kept for receipts of permits (专用印章, XK-32-6). `none`: people sign it, and
 * no organ does.
 */
export type Seal = "organ" | "permits" | "none";

/** What a service states of a document. `finishDocument` adds number, signature and code. */
export interface Draft {
  /** Where it takes two lines, they are parted by a newline. */
  readonly title: string;
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  readonly seal: Seal;
  /** A paper of the counter: set smaller, so that it stays on one page. */
  readonly compact?: true;
  readonly notes: readonly string[];
}

/**
 * A document as both renderers draw it. All text is final and Chinese; nothing in it is markup. A `certificate` is drawn
 * across the page with a border. A `letter` is drawn upright after GB/T 9704. A `record` is a form or a record of the file: the
 * same without the red head.
 */
export interface DocumentContent extends Draft {
  /** The service's own word for what it is, e.g. `receipt`; it is not printed. */
  readonly kind: string;
  readonly layout: "letter" | "certificate" | "record";
  readonly number: string;
  /** The organ in whose name it is done, as head and as signature. */
  readonly organ: string;
  /** The day of the document as it is printed. */
  readonly date: string;
  /** Where anybody can check it; the QR code says the same. Absent: it stays in the house, and bears no code. */
  readonly verifyAt?: string;
  readonly id: string;
  /** An example without legal effect: the seal is drawn and says so. Otherwise its place is left free. */
  readonly specimen: boolean;
}
