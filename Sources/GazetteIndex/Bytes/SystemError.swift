/// The number of an error of the system.
struct SystemError: Error {
  let code: Int32
}
