/**
 * What a Lambda may answer: 6 MB of JSON in all, of which 64 KiB are left to status and headers. Beyond it nothing is
 * answered but a fault of the gateway.
 */
const answerLimit = 6 * 1024 * 1024 - 64 * 1024;

/** Whether so many bytes fit an answer: they travel in base64, four characters for three, between quotes. */
export const bytesFit = (bytes: number): boolean => Math.ceil(bytes / 3) * 4 + 2 <= answerLimit;

/** Whether a body fits an answer as the JSON text it travels as, in which a character takes six bytes at the most. */
export const bodyFits = (body: string): boolean =>
  body.length <= answerLimit / 6 || Buffer.byteLength(JSON.stringify(body)) <= answerLimit;
