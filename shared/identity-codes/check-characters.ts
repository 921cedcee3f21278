const alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** GB 32100: 31 characters, without I O S V Z. */
export const usccCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (body: string, weights: readonly number[], characters: string): number =>
  weights.reduce((sum, weight, at) => sum + weight * characters.indexOf(body.charAt(at)), 0);

/** ID-1 (GB 11643, ISO 7064 MOD 11-2): the 18th character to 17 digits. */
export const citizenCheck = (body: string): string =>
  "10X98765432".charAt(weighted(body, citizenWeights, alphanumerics) % 11);

/** ID-2 (GB 32100, MOD 31): the 18th character to the first 17. */
export const usccCheck = (body: string): string =>
  usccCharacters.charAt((31 - (weighted(body, usccWeights, usccCharacters) % 31)) % 31);

/** ID-2 (GB 11714): the 9th character to 8, A = 10 … Z = 35. */
export const organisationCheck = (body: string): string =>
  "0123456789X".charAt((11 - (weighted(body, organisationWeights, alphanumerics) % 11)) % 11);

/** ID-6 (ISO 7064 MOD 37,36): the last character to any number of alphanumerics. */
export function licenceCheck(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + alphanumerics.indexOf(character)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return alphanumerics.charAt((37 - product) % 36);
}
