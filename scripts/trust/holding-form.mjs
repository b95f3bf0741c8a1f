/** The form of a claim that should hold: the repaired one where the printed one is false somewhere. */
export const holdingForm = ({ forms }) => (forms.repaired ? "repaired" : "printed");
