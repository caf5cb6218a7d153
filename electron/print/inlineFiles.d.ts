/** A file of a package as a data: address, put into the code when it is built. */
declare module '*?inline' {
  const address: string;
  export default address;
}
