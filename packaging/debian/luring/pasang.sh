#!/bin/sh
# Memasang Bina ASN @VERSION@ di @TITLE@ tanpa internet, dari folder ini.
set -u
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

FAILED=2 OTHER_SYSTEM=3 NEWER_THERE=5 SETTINGS_REFUSED=6 NO_RIGHTS=8 DISK_FULL=9 DAMAGED=10
SPACE_KIB=700000

usage() {
    cat <<'END'
Pemakaian: sudo sh pasang.sh [--settings BERKAS] [--log BERKAS]

  --settings BERKAS  pengaturan komputer ini; tanpa pilihan ini dipakai pengaturan.toml
                     di samping pasang.sh, bila ada
  --log BERKAS       catatan pemasangan; biasanya /var/log/bina-asn-pemasangan.log

Kode keluar:
  0  berhasil                       6  berkas pengaturan ditolak, tidak ada yang dipasang
  1  dibatalkan                     8  bukan administrator
  2  gagal karena sebab lain        9  ruang disk tidak cukup
  3  sistem lain                    10 berkas rusak atau tidak lengkap
  5  versi yang lebih baru sudah terpasang
END
}

stop() {
    code=$1
    shift
    echo "pasang.sh: $*" >&2
    exit "$code"
}

read_options() {
    settings= log=/var/log/bina-asn-pemasangan.log
    while [ $# -gt 0 ]; do
        case "$1" in
            --settings | --log)
                [ $# -gt 1 ] || stop "$FAILED" "Pilihan $1 memerlukan nama berkas."
                if [ "$1" = --log ]; then log=$2; else settings=$2; fi
                shift 2
                ;;
            -h | --help) usage; exit 0 ;;
            *) usage >&2; exit "$FAILED" ;;
        esac
    done
    here=$(cd "$(dirname "$0")" && pwd) || exit "$FAILED"
    if [ -z "$settings" ] && [ -e "$here/pengaturan.toml" ]; then
        settings=$here/pengaturan.toml
    fi
    if [ -n "$settings" ]; then
        settings=$(readlink -f "$settings")
    fi
}

require_system() {
    [ "$(id -u)" = 0 ] || stop "$NO_RIGHTS" "Jalankan sebagai administrator: sudo sh pasang.sh"
    # shellcheck source=/dev/null
    found=$(. /etc/os-release && echo "$ID ${VERSION_ID:-}")
    if [ "$found $(dpkg --print-architecture)" != "@SYSTEM@ @RELEASE@ amd64" ]; then
        stop "$OTHER_SYSTEM" "Folder ini untuk @TITLE@ (amd64); sistem ini $found."
    fi
}

require_whole_files() {
    echo "Memeriksa berkas …"
    (cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) ||
        stop "$DAMAGED" "Ada berkas yang rusak atau hilang. Salin ulang folder ini, lalu coba lagi."
}

require_not_newer() {
    there=$(dpkg-query -W -f '${db:Status-Status} ${Version}' bina-asn 2>/dev/null) || return 0
    case "$there" in
        "installed "*) there=${there#installed } ;;
        *) return 0 ;;
    esac
    if dpkg --compare-versions "$there" gt "@VERSION@"; then
        stop "$NEWER_THERE" "Versi yang lebih baru ($there) sudah terpasang; tidak ada yang diubah."
    fi
}

require_space() {
    free=$(df --output=avail -k /usr | tail -n 1)
    [ "$free" -ge "$SPACE_KIB" ] ||
        stop "$DISK_FULL" "Ruang disk tidak cukup: perlu $((SPACE_KIB / 1000)) MB, ada $((free / 1000)) MB."
}

# A state of apt that knows this folder only; the link spares it the spaces of a folder's name.
make_state() {
    work=$(TMPDIR=/tmp mktemp -d) || stop "$DISK_FULL" "Folder sementara tidak dapat dibuat."
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
    chmod 755 "$work"
    ln -s "$here/paket" "$work/paket"
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    echo "deb [trusted=yes] file:$work/paket ./" >"$work/sources.list"
}

apt() {
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
        -o Acquire::Languages=none -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 \
        "$@" </dev/null >>"$log" 2>&1
}

install_packages() {
    apt install -y --no-install-recommends --no-remove "$@" ||
        stop "$FAILED" "Pemasangan gagal. Catatannya ada di $log."
}

require_good_settings() {
    [ -n "$settings" ] || return 0
    command -v python3 >/dev/null || install_packages python3
    dpkg-deb --extract "$here"/paket/bina-asn_*.deb "$work/program" ||
        stop "$FAILED" "Paket tidak dapat dibuka."
    python3 -I -S -B -X utf8 -c 'import sys
folder = sys.argv.pop(1)
sys.path[:0] = [f"{folder}/app", f"{folder}/lib"]
from desktop.__main__ import main
sys.exit(main())' "$work/program/usr/lib/bina-asn" check-settings "$settings" ||
        stop "$SETTINGS_REFUSED" "Pengaturan $settings ditolak; Bina ASN tidak dipasang."
    rm -rf "$work/program"
}

# Not by a question of the package: it asks nothing where this version is installed already.
place_settings() {
    [ -n "$settings" ] || return 0
    bina-asn prepare-pc --settings "$settings" >>"$log" 2>&1 ||
        stop "$FAILED" "Pengaturan tidak dapat disimpan. Catatannya ada di $log."
}

install_program() {
    echo "Memasang Bina ASN @VERSION@ …"
    install_packages bina-asn ca-certificates
    place_settings
    bina-asn --selftest --files || stop "$DAMAGED" "Berkas program tidak utuh. Catatannya ada di $log."
    echo "Selesai. Akun yang baru diberi izin perlu keluar dari komputer dan masuk lagi."
}

read_options "$@"
require_system
require_whole_files
require_not_newer
require_space
make_state
: >>"$log" || stop "$FAILED" "Catatan $log tidak dapat ditulis."
apt update || stop "$DAMAGED" "Daftar paket di folder ini tidak dapat dibaca. Catatannya ada di $log."
require_good_settings
install_program
