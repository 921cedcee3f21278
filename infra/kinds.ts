import type { FunctionKind, Service } from "../shared/service/index.ts";

/** The functions that a service has use for. */
export function kindsOf({ publishes, subscriptions, aggregates, opening }: Service): readonly FunctionKind[] {
  return [
    "api",
    ...(Object.keys(publishes).length > 0 ? (["relay"] as const) : []),
    ...(subscriptions.length > 0 ? (["reactions"] as const) : []),
    ...(aggregates.some(({ onDeadline }) => onDeadline !== undefined) ? (["clockwork"] as const) : []),
    ...(opening === undefined ? [] : (["opening"] as const)),
  ];
}
