import type { Route } from "../../../shared/http/index.ts";
import { part } from "../../../shared/service/index.ts";
import { financeTitles } from "./titles.ts";

/** What the whole service stands on. */
export const commonPart = (routes: readonly Route[]) => part({ routes, titles: financeTitles, isShared: true });
