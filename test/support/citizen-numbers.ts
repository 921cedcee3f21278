import { citizenCheck } from "../../shared/identity-codes/index.ts";

/** Generated numbers of villagers of one county, the same each time: no real person's is meant. */
export function someCitizenNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const [year, month, day] = [1950 + (at % 55), 1 + (at % 12), 1 + (at % 28)];
    const two = (value: number) => String(value).padStart(2, "0");
    const body = `532331${year}${two(month)}${two(day)}${String((at * 37) % 1000).padStart(3, "0")}`;
    return body + citizenCheck(body);
  });
}
