/** A button's words without the dots that announce a second step, for the dialog that is this step. */
export const dialogTitle = (label: string): string => label.replace(/…$/, '');
