/** Excel encrypts a workbook whose structure is protected, and opens it under this password without asking ([MS-XLS] 2.4.191). */
export const usualPassword = 'VelvetSweatshop';

/** The passwords to try: the one that is given, and the one that nobody is asked for. */
export const passwordsToTry = (password: string | undefined): string[] =>
  password === undefined ? [usualPassword] : [password, usualPassword];
