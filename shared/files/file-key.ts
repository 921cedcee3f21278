const segment = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}(\.[A-Za-z0-9]{1,8})?$/;

/** Whether a text is a key of a file: one to four names of letters, digits, `_` and `-` with at most one ending, between slashes. */
export const isFileKey = (text: string): boolean => {
  const names = text.split("/");
  return names.length <= 4 && names.every((name) => segment.test(name));
};

/** @throws TypeError for anything else than a key: keys are made by us, never taken from a request as they are */
export function fileKey(text: string): string {
  if (!isFileKey(text)) throw new TypeError("not a key of a file");
  return text;
}
