/** Thrown when the data was written by a newer program than this one; nothing is read wrongly, nothing is written. */
export class StoreTooNew extends Error {
  override readonly name = "StoreTooNew";

  /** @param known the shape that this program knows; undefined: it does not know the aggregate at all */
  constructor(aggregate: string, written: number, known: number | undefined) {
    super(
      known === undefined
        ? `${aggregate}: this program does not know it; start the newer program / 本程序不识别“${aggregate}”数据，请使用新版程序`
        : `${aggregate}: the data has shape ${written}, this program knows shape ${known}; start the newer program` +
            ` / 数据由较新版本的程序写入（结构${written}，本程序为${known}），请使用新版程序`,
    );
  }
}
