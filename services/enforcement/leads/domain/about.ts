import type { Lead } from "./lead.ts";

/** What every published event of a lead says of it. */
export const about = ({ source, matter }: Pick<Lead, "source" | "matter">) => ({ source, matter });
