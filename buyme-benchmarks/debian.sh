# For scripts that want files of Debian packages without installing them. Needs $work, a folder to unpack into.

# Unpacks a package below the working folder unless a file of it is on this machine. Prints where its files begin.
root_of() {
    if [ -e "/$2" ]; then
        echo /
        return
    fi
    if [ ! -e "$work/root/$2" ]; then
        (cd "$work" && apt-get download -q "$1" >&2 && dpkg -x "$1"_*.deb root) || {
            echo "cannot download $1: install it" >&2
            return 1
        }
    fi
    echo "$work/root/"
}
