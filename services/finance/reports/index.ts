import { part } from "../../../shared/service/index.ts";
import { budget } from "../budget/index.ts";
import { ledger } from "../ledger/index.ts";
import { reportRoutes } from "./api/reports.ts";
import { reportTitles } from "./titles.ts";

/** Reports of booked figures: execution, year against year, by class and source, final accounts (F-35). */
export const reports = part({ routes: reportRoutes, titles: reportTitles, asks: [ledger, budget] });
