import { owedOn } from "../../../payment/domain/owed.ts";
import { type PaperText, told } from "../dossier.ts";
import { byHand, clause, coercionLaw, form, heading, money, paragraph, remedies, row, you } from "../words.ts";
import { tableOf } from "./measures.ts";

/** 拍卖财物抵缴罚款决定书 (行政强制法46(3); QZ-46): what is owed, which seized goods are auctioned for it, and that the surplus goes back. */
export const goodsAgainstFine: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.fine.goods-taken");
    const { fine, party, town } = of;
    if (event === undefined || fine === undefined || party === undefined) return undefined;
    const { on, goods } = event.data;
    const { openFen, surchargeFen } = owedOn(fine, on, { town });
    const whom = you(party);
    return {
      title: "拍卖财物抵缴罚款决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关作出的${fine.decision}已依法送达。${whom}在法定期限内没有申请行政复议、没有提起行政诉讼，经${fine.demand?.number.text.zh ?? ""}催告仍未履行。${clause(event.personal.reasons)}。依据${coercionLaw}第四十六条第三款，本机关决定将下列已经查封、扣押的财物依法拍卖，抵缴罚款：`,
        ),
        form(row("应缴未缴金额", `${money(openFen)}${surchargeFen > 0 ? `（含加处罚款${money(surchargeFen)}）` : ""}`)),
        heading("拍卖财物清单"),
        tableOf(goods, of),
        paragraph(`拍卖前${whom}缴清款项的，财物退还${whom}。拍卖所得抵缴后有剩余的，余款退还${whom}。`),
        paragraph(remedies("本决定", party, town)),
        form(row("当事人签收", byHand)),
      ],
      notes: ["拍卖由依法设立的拍卖机构实施；负责决定、保管和处置的人员相互分离。"],
    };
  },
};
