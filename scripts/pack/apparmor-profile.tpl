abi <abi/4.0>,
include <tunables/global>

# Ubuntu 24 and newer let only named programs make the user namespaces that Chromium's sandbox is built on.
profile "beredd" "/opt/Beredd/beredd-bin" flags=(unconfined) {
  userns,

  include if exists <local/beredd>
}
