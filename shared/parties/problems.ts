const wrong = (zh: string, en: string) => ({ zh, en });

/** Why a paper's number or a phone is not one, by code. */
export const partyProblems = {
  "document.number": wrong("证件号码应为5至18位字母和数字", "The number of a document has 5 to 18 letters and digits"),
  "document.foreigner-residence-card": wrong(
    "外国人永久居留身份证号码不对（9开头18位，或者3个字母加12位数字）",
    "Not a number of a foreigner's permanent residence card (18 characters beginning with 9, or 3 letters and 12 digits)",
  ),
  "document.hk-mo-tw-residence-permit": wrong(
    "港澳台居民居住证号码应以81、82或者83开头",
    "The number of a residence permit of Hong Kong, Macao or Taiwan begins with 81, 82 or 83",
  ),
  "document.passport": wrong("护照号码应为5至15位字母和数字", "A passport number has 5 to 15 letters and digits"),
  "document.hk-mo-travel-permit": wrong(
    "港澳居民来往内地通行证号码应为H或者M加8位（或10位）数字",
    "A travel permit of Hong Kong or Macao has H or M and 8 (or 10) digits",
  ),
  "document.tw-travel-permit": wrong(
    "台湾居民来往大陆通行证号码应为8位数字（旧版10位或者11位）",
    "A travel permit of Taiwan has 8 digits (older ones 10 or 11)",
  ),
  "phone.not-a-number": wrong(
    "电话号码应为11位手机号码，或者带区号的座机号码（如0878-1234567，可加分机号）",
    "A phone is a mobile of 11 digits, or a landline with its area code (0878-1234567, an extension may follow)",
  ),
} as const;
