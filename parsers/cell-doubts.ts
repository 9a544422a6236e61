/** What makes a formula doubtful whose result the file does not hold. */
export const uncomputed = 'formula without a stored value';

/** What makes a cell doubtful that shows #REF! or the like; the value stands behind it. */
export const errorValue = 'error value';

/** What makes a figure doubtful of which the workbook does not say how it is shown: 0.95 may be 95%. */
export const lostFormat = 'its number format is not in the file';

/** What makes a cell doubtful that shows a picture. */
export const cellWithPicture = 'a picture in the cell';

/** What makes a cell doubtful that says nothing itself and holds a table. */
export const innerTable = 'what it says stands in a table within it';

/** What makes a cell doubtful that covers others with texts of their own; those stand behind it. */
export const coversTexts = 'covers ';

/** What makes a cell doubtful that says whether something is so, and no figure. */
export const logicalValue = 'a logical value';
