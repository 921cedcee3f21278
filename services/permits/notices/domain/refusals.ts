/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type NoticeRefusal = "permits.notice-not-in-this-state";
