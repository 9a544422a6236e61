/** How many labels of blank parts an amount keeps (schemas/amount.ts): a total over hundreds of projects has nearly as many in each of its columns. */
export const mostBlankParts = 20;
