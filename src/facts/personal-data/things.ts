/** What gives a number of its own to a thing, a place or a document; one kind of thing to a line. */
const KINDS_OF_THINGS = [
  "order invoice receipt quotation voucher coupon docket waybill",
  "parcel consignment shipment container pallet crate drum barrel cylinder skip batch lot",
  "ticket booking job project tender contract agreement membership permit certificate warranty patent",
  "drawing plan sheet diagram map volume edition version leaflet poster exhibit catalogue",
  "part spare item product model filter cartridge swatch fabric paint pump valve sensor boiler battery bulb fuse cable",
  "meter router handset laptop tablet printer device machine engine chassis frame bike asset tag label seal barcode",
  "locker bay berth cabin room seat platform pitch plot unit stand shelf rack row table gate",
  "clause section paragraph chapter rule regulation standard schedule course module class workshop",
  "route flight train coach tram bus",
];
const THINGS = KINDS_OF_THINGS.join(" ").replaceAll(" ", "|");

/** "drawing NC401827C", "your locker, no. 14", "the asset tag is": a thing is named right before its number. */
export const NAMED_THING = new RegExp(
  String.raw`(?<![a-z-])(?<!standing |in |on )(?:${THINGS})s?(?: (?:number|code|serial|id|ref|reference|nos?)\b\.?)?(?: plate| label| sticker| tag)?(?: is| was| says| shows| reads)?[,:#(–-]?\s{0,2}$`,
  "i",
);
