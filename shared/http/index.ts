export { actionSchema } from "./actions.ts";
export { bytesFit } from "./answer-size.ts";
export { apiFor, methodsOf, rendered } from "./api.ts";
export type { Tries } from "./asking.ts";
export { type Blames, filedBefore } from "./blamed.ts";
export { actorOf } from "./claims.ts";
export { command, create, readable, refusalOf, type Viewing } from "./commands.ts";
export { compressed } from "./compression.ts";
export { versionsPattern } from "./conditions.ts";
export type { HttpEvent, HttpResult } from "./event.ts";
export { hasRole, knownTo, type Readers } from "./known-to.ts";
export { languageIn } from "./language.ts";
export { type Light, limitView, viewLimit } from "./limit-view.ts";
export { leadsTo, linkSchema } from "./links.ts";
export { dueOn, type Found, list, type Order, rowOf, severalOf } from "./lists.ts";
export {
  type BadValue,
  fromRejection,
  isProblem,
  type Problem,
  type ProblemTexts,
  problem,
  type Text,
} from "./problem.ts";
export { type Protocol, protocolAt } from "./protocol.ts";
export { decimalNumber, wholeNumber } from "./query-numbers.ts";
export { historyOf, read, readById, readContent, withoutActorOf } from "./reads.ts";
export { resource } from "./resource.ts";
export type { Answer, Method, Request, Route, RouteName } from "./route.ts";
export { forReason, showingPerson } from "./shown-person.ts";
export { commonProblems } from "./texts.ts";
