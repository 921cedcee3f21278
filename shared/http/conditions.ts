const entityTag = /(W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"/;
const tagList = new RegExp(`^\\s*${entityTag.source}(\\s*,\\s*${entityTag.source})*\\s*$`);
/** A version, and after a point what a read was told by it. */
const versionTag = /^(\d{1,15})(?:\.[\w-]+)?$/;
const anyTag = new RegExp(entityTag.source, "g");

/** What `If-Match` may be, as the document says it: `*`, or ETags of which one is a version. */
export const versionsPattern = String.raw`^\s*(\*|(?=.*"\d{1,15}(?:\.[\w-]+)?")${entityTag.source}(\s*,\s*${entityTag.source})*)\s*$`;

/** The opaque tags of a list of ETags, weak or strong; undefined where the header is no such list. */
const tagsIn = (header: string): readonly string[] | undefined =>
  tagList.test(header)
    ? header
        .matchAll(anyTag)
        .map(([, , tag = ""]) => tag)
        .toArray()
    : undefined;

/**
 * The versions that `If-Match` names. A proxy that compresses weakens an ETag, so a weak one counts too.
 * @returns undefined without a condition (none, or `*`); "unreadable" where no version stands in it
 */
export function versionsOf(header: string | undefined): readonly number[] | "unreadable" | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const versions = (tagsIn(header) ?? []).flatMap((tag) => versionTag.exec(tag)?.[1] ?? []).map(Number);
  return versions.length === 0 ? "unreadable" : versions;
}

/** RFC 9110 13.1.2: whether `If-None-Match` names this ETag, so that 304 answers a GET. */
export function isKnown(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  if (header.trim() === "*") return true;
  return tagsIn(header)?.includes(tagsIn(etag)?.[0] ?? "") === true;
}
