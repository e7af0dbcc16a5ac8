/** Something that Discord's own client would not let a person do, such as pressing a disabled button. */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRefusal';
  }
}
