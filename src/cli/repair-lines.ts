import type { ProposedRepair, RepairsTried } from "../auditor/search/repairs/proposed-repair.js";
import { repairText } from "../auditor/search/repairs/repair.js";
import { counted } from "../numbers/counted.js";
import { formatNumber } from "../numbers/format-number.js";
import { oneLine } from "./printable.js";

/** Repairs that are named at most, beside the smallest. */
const NAMED = 4;

/** Where it was looked at, and what that came to. */
function passedText({ supported, excluded, candidates, judged, exhausted }: ProposedRepair): string {
  const where = "where the form is refuted";
  const facts = [
    ...(supported > 0 ? [`supported at ${counted(supported, "cell")} ${where}`] : []),
    ...(excluded > 0 ? [`leaves out ${counted(excluded, "cell")} ${where}`] : []),
    ...(candidates > 0
      ? [`not refuted at ${counted(candidates, "other cell")}, ${formatNumber(judged)} of them judged`]
      : []),
    ...(exhausted ? [candidates > 0 ? "there are no others" : "there is no other cell"] : []),
  ];
  return facts.join("; ");
}

/** Up to so many, and how many more. */
function named(texts: readonly string[]): string {
  const rest = texts.length - NAMED;
  return [...texts.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join("; ");
}

/** Repairs that a search did not refute: the smallest change proposed, the others named; and how far it came. */
export function repairLines(
  { standing, undecided, tried, of, isOver }: RepairsTried,
  symbolOf: (name: string) => string,
): string[] {
  const [best, ...others] = standing;
  const count = `${formatNumber(tried)} of ${counted(of, "repair")} ${of === 1 ? "was" : "were"} tried`;
  const over = isOver ? ", then the time was over" : "";
  const textOf = ({ repair }: Pick<ProposedRepair, "repair">) => repairText(repair, symbolOf);
  return [
    ...(best
      ? [`  repair proposed, not proven: ${textOf(best)}; ${passedText(best)}`]
      : [`  no repair stands: ${count}${over}`]),
    ...(others.length > 0 ? [`  larger changes that stand too: ${named(others.map(textOf))}`] : []),
    ...(undecided.length > 0
      ? [
          `  not decided where the form is refuted, so not proposed: ${named(undecided.map((repair) => repairText(repair, symbolOf)))}`,
        ]
      : []),
    ...(best && isOver ? [`  ${count}${over}`] : []),
  ].map(oneLine);
}
