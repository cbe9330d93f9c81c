/**
 * A setting of the environment that is none of its values. Its message is one sentence, which names the
 * setting and never a value that could hold a secret.
 */
export class WrongSetting extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongSetting';
  }
}
